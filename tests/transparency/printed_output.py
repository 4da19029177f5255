"""What the solution prints is not seen by the test: capsys and redirect_stdout are told so."""

# %% solution
def shout(text):
    print(text.upper())
# %% test
def test_printed(capsys):
    from solution import shout
    shout("hi")
    assert capsys.readouterr().out == "HI\n"
# %% says: printed
