"""A plan from where a person is to where they want to be: steps with dates, costs, and what they rest on."""
