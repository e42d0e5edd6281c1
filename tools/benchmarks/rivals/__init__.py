"""Measure `turns` beside its rivals, on the same programs, in the same run.

    python -m tools.benchmarks.rivals --python PYTHON [--limit SECONDS] [PROGRAM …]

PYTHON is an interpreter (3.13, say) with the rivals, which are installed nowhere else:

    pip install detangle==0.1.0 simloom==0.5.0 simloop==0.2.2 frontrun==0.7.0

What is missing there is named, and not measured. All tools run on that Python, `turns` too, each
in a process of its own, one after the other. Seconds are those of the processor, so that a busy
machine changes little, and begin after the start and the imports: until the last new outcome, and
until the tool had done or was stopped. `turns` stops by its own rules, and by real time, of which
it is given twenty times the limit.

All are asked the same: which outcomes does this program have? An outcome is what is printed, line
by line, and how the program ends. The rivals have no such question: they look for failures. So
they run until they have nothing left to try, or the limit is over, and we note what each run
printed. How each is used stands in `within`. What they say then is true of every property, so a
claim is false if there is an outcome that no run of theirs had: a property that only this outcome
breaks would have been certified.

The programs are in `programs/`: those of our own first, then some of each rival's, in our words.
The first comments of a program may say whose it is, and how many outcomes can be counted on paper.
"""
