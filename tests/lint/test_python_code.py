import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.python_code import first_error

READABLE = {
    "plain": "x = 1\n",
    "empty": "\n\n",
    "magic": "%pip install torch\n!ls\nimport math\nmath.pi?\n",
    "cell magic": "%%bash\nfor f in *; do echo $f; done\n",
    "assigned magic": "files = !ls\nfor f in files:\n    print(f)\n",
    "transcript": ">>> def f():\n...     return 1\n...\n>>> f()\n1\n>>> 1/0\nTraceback (most recent call last):\n",
    "ipython": "In [1]: 1 + 1\nOut[1]: 2\n",
    "ellipsis body": "def f():\n    ...\n",
    "ellipsis line in a call": "setup(\n    name='x',\n    ...\n    version='1',\n)\n",
    "ellipsis line in a dict": "x = {\n  'a': 1,\n  ...\n}\n",
    "ellipsis between": "import os\n...\nprint(os.name)\n",
    "comment body": "@command()\n# ...\ndef f():\n    # the rest goes here\n",
    "cut off": "def f():\n    response = post(\n        '/add/',\n    # ...\n",
    "method": "    def f(self):\n        return self.x\n",
    "body and back": "        x = 1\n    return x\n",
    "else part": "else:\n    x = 1\n",
    "except part": "except ValueError:\n    pass\n",
    "header only": "for x in y:\n",
    "decorator only": "@app.get('/')\n",
    "await": "data = await fetch()\n",
    "keyword argument": "timeout=30,\nretries=2,\n",
    "dict entry": '"a": 1,\n"b": [2],\n',
    "placeholder": "connect(<your key>, ...)\n",
    "shown value": "x = {'f': <class 'int'>}\n",
    "diff": "-epochs = 5\n+epochs = 10\n",
    "diff in a call": "f(\n    -a=1,\n    +a=2,\n)\n",
    "template": "x = {% if a %}1{% endif %}\n",
    "two places": "import os\n\n# in urls.py\n    path('x', view),\n",
}
BROKEN = {
    "unclosed list": ("data = [1, 2, 3\ntotal = sum(data)\n", 1),
    "bad indent": ("class Model:\n    def forward(self, x):\n      return x\n     y = 1\n", 4),
    "cut operator": ("return x +\n", 1),
    "no colon": ("for i in range(3)\n    print(i)\n", 1),
    "smart quotes": ("print(“hello”)\n", 1),
    "smart single quotes": ("args = [‘--fast’]\n", 1),
    "unclosed string": ("x = 'abc\ny = 2\n", 1),
    "second line": ("x = 1\ndef f(:\n    pass\n", 2),
    "python 2": ("import os\nprint os.name\n", 2),
    "missing comma": ("f(\n    a,\n    b\n    c,\n)\n", 3),
    "in a transcript": (">>> x = 1\n>>> x +\n", 2),
}


@pytest.mark.parametrize("name", READABLE)
def test_readable(name: str) -> None:
    assert first_error(READABLE[name]) is None


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    code, line = BROKEN[name]
    error = first_error(code)
    assert error is not None
    assert error.line == line
    assert error.message


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_the_reader(code: str) -> None:
    error = first_error(code)
    assert error is None or (error.line >= 1 and error.column >= 0)
