from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i have a BA in history", []),
        ("got my ba from leeds", []),
        ("with a BA (hons) in art can i get in", []),
        ("i have a BA but no experience", []),
        ("did a BA degree", []),
        # A business analyst.
        ("i have a BA job", ["business_analyst"]),
        ("what does a BA in a bank earn", ["business_analyst"]),
        ("from BA to pm", ["business_analyst", "project_manager"]),
    ],
)
def test_a_ba_may_be_a_degree(finder, text, expected):
    assert [mention.name for mention in finder.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how do i raise a PO in sap", []),
        ("who approves a po for a vendor", []),
        ("what does a PO earn", ["product_owner"]),
        ("PM or PO, who decides", ["project_manager", "product_owner"]),
    ],
)
def test_a_po_may_be_a_purchase_order(finder, text, expected):
    assert [mention.name for mention in finder.find(text)] == expected
