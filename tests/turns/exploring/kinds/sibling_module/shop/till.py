notes = []
last = ""


def note(name):
    global last
    last = name
    notes.append(name)


def read():
    return last
