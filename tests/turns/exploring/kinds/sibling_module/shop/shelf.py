class Shelf:
    top = ""

    def put(self, name):
        type(self).top = name


SHELF = Shelf()
