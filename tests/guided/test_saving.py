from __future__ import annotations


def test_a_talk_is_taken_up_elsewhere_once(talk, another_talk):
    talk.say("i'm a pmo analyst with a bachelor", "next_steps")
    talk.say("what does the pmp cost", "cost")
    text = talk.say("save").text
    code = text.split("Your code is ")[1].split(".")[0]
    answer = another_talk.say(f"resume {code}")
    assert "bachelor" in answer.text
    assert another_talk.ask("and capm?", "overview") == "credential/capm/cost"
    assert "no such code" in talk.say(f"resume {code}").text


def test_typed_words_delete_what_was_saved_too(talk, another_talk):
    code = talk.say("save").text.split("Your code is ")[1].split(".")[0]
    talk.say("forget me")
    assert talk.say("yes", "smalltalk_affirm").forget
    assert "no such code" in another_talk.say(f"resume {code}").text


def test_too_many_wrong_codes_have_to_wait(talk):
    said = [talk.say(f"resume AAAA-AAA{digit}-AA").text for digit in "2345678"]
    assert "quarter of an hour" in said[-1]
