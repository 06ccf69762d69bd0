"""Tables and verdicts."""

from statistics import median

from peers import Cost

GIB = 2**30


def middle(runs):
    """The medians of some costs."""
    return Cost(*(median(column) for column in zip(*runs)))


def table(title, amount, rows, base):
    """rows: name -> costs of its runs; amount: bytes to which rates are related. Medians, and their ratios to those of the base."""
    print(f"\n### {title}\n\n| who | MiB/s | CPU s/GiB: client | server | whole machine | rate, ratio | client CPU, ratio | machine's CPU, ratio "
          "| runs, s |\n|---|---|---|---|---|---|---|---|---|")
    gib, b = amount / GIB, middle(rows[base])
    for name, runs in rows.items():
        m = middle(runs)
        print(f"| {name} | {amount / 2**20 / m.wall:.0f} | {m.client / gib:.2f} | {m.server / gib:.2f} | {m.machine / gib:.2f} "
              f"| {b.wall / m.wall:.2f} | {m.client / max(b.client, .01):.2f} | {m.machine / b.machine:.2f} "
              f"| {' '.join(f'{run.wall:.1f}' for run in runs)} |")
    print(flush=True)


def judge(what, value, wanted, at_least=False):
    """One line: reached or missed."""
    reached = value >= wanted if at_least else value <= wanted
    print(f"- {what}: {value:.3g}, wanted {'>=' if at_least else '<='} {wanted:.3g}: {'reached' if reached else '**missed**'}", flush=True)
