"""The parts of the benchmark. Each measures one thing of the bots it gets and returns figures for JSON."""
