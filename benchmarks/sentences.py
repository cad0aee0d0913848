"""What the bots are asked in the benchmarks: sentences of its own, in no training or test set."""

from __future__ import annotations

# A talk of ten turns; a follow-up needs the turn before it.
WAYMARK = (
    "what would a pmo analyst do on a normal tuesday",
    "and what do they get paid in the uk",
    "could someone from a pmo end up running projects",
    "how many years would that step need",
    "is the pmp worth its fee for me",
    "what does it cost all in",
    "prince2 or pmp if i work in london",
    "which of the two is easier",
    "i never went to college, is the door closed",
    "which skills should i train first for programme management",
)
# The bot of `rasa init` knows greetings and moods.
STOCK = (
    "hello over there",
    "i feel really low this evening",
    "yes that helped a lot",
    "hey good bot",
    "my week has been wonderful",
    "see you another day",
    "hi again my friend",
    "nothing works and i am sad",
    "no not really",
    "are you a human or a machine",
)
# What people ask of the crowd of `make load`, and what needs an answer before it.
ASKING = (
    *(WAYMARK[0], WAYMARK[2], WAYMARK[4], WAYMARK[6], WAYMARK[8]),
    "what is a project planner paid in germany",
    "does a delivery manager need to code",
    "how do i grow from coordinator into a manager",
    "what should my first certificate be",
    "show me the map of careers",
)
FOLLOWING = (
    "and what would that cost me",
    "tell me a bit more",
    "how long would it take",
    "and for somebody without a degree",
)
# An eligibility check from its beginning to its verdict.
CHECK = ("could i sit the pmp as i am now", "a bachelor", "five years", "forty hours of classes")
