"""What the sets share with the training data, or with one another.

The later sets were written without sight of the training data and of the other sets, and people do
say these things in just these words. Nothing may be added here to let a copied question through.
"""

from __future__ import annotations

TRAINED_TOO = frozenset(
    (
        "am i talking to a real person",
        "are you a bot",
        "are you chatgpt",
        "are you sure about that",
        "bye for now",
        "can i take the pmp at home",
        "does agile kill the pmo",
        "does it run out",
        "drop table users",
        "good evening",
        "good morning",
        "how do i become a nurse practitioner",
        "how do i become one",
        "how do i find a mentor in project management",
        "how do people get there",
        "how long",
        "how long does it take",
        "how much do they make",
        "how much does it cost",
        "how to become an agile coach",
        "hr manager career path",
        "no thanks",
        "not now",
        "ok bye",
        "ok thank you",
        "pmo india contact number",
        "pmo stands for",
        "pmp cost",
        "prince2 foundation pass mark",
        "prince2 or pmp for the uk",
        "team lead is that management or not",
        "tell me about the google project management certificate",
        "thank you so much",
        "what can you do",
        "what do they earn",
        "whats a pmo",
        "where can i take it",
        "which industry is best for project managers",
        "which of those pays more",
        "who is it for",
        "who made you",
        "worst chatbot ever",
        "yes please",
        "प र ज क ट म न जर क स बन",
    )
)
ASKED_TWICE = frozenset(
    (
        "what a load of rubbish you talk",
        "drop table users",
        "प र ज क ट म न जर क स बन",
        "what does a project administrator actually do all day",
        "chartered project professional how do i get there",
        "how many story points should a login page be",
        "what does a coo do",
        "what software do pmos use",
        "explain project management like im 12",
        "hr manager career path",
        "bye for now",
        "who made you",
        "what can you do",
        "yep",
        "no thanks",
    )
)
