// The sums of money as the domain's text has them (rule 12), one contribution after the other, over what a
// viewer can list. It is written from that text, to hold the hub's SQL against it.

/** A contribution in rupiah as a viewer lists it. */
export interface SeenContribution {
  id: string;
  amount: bigint;
  status: string;
  organisation: string;
  sector: string;
  action: string;
  plan: string;
  programme: string;
  /** The codes of the regions of its plan's area; none without an area. */
  codes: readonly string[] | null;
  area: string | null;
  /** True on a cancelled action, and in a cancelled plan. */
  isCancelled: boolean;
}

export interface SeenLink {
  id: string;
  contribution: string;
  source: string;
  amount: bigint;
  status: string;
}

export interface SeenPayment {
  contribution: string;
  amount: bigint;
  isReversal: boolean;
}

/** What a viewer can list. */
export interface Seen {
  contributions: ReadonlyMap<string, SeenContribution>;
  links: readonly SeenLink[];
  payments: readonly SeenPayment[];
}

/** What counts. A mutant replaces a part of it by something wrong. */
export interface Rule {
  counts(contribution: SeenContribution): boolean;
  /** `source` and `contribution` are the ends that the viewer sees. */
  linkCounts(
    link: SeenLink,
    ends: { source?: SeenContribution; contribution?: SeenContribution },
    seen: Seen,
  ): boolean;
  isApart(contribution: SeenContribution): boolean;
  paid(payment: SeenPayment): bigint;
}

export const rule: Rule = {
  counts: ({ status }) => status !== "WITHDRAWN",
  linkCounts: ({ status }, { source, contribution }) =>
    status !== "REFUSED" &&
    [source, contribution].every((end) => end !== undefined && end.status !== "WITHDRAWN"),
  isApart: ({ isCancelled }) => isCancelled,
  paid: ({ amount, isReversal }) => (isReversal ? -amount : amount),
};

/** The figures of one contribution. */
interface Figures {
  given: bigint;
  reached: bigint;
  paid: bigint;
}

/** A seen contribution with its figures. */
export type Counted = SeenContribution & Figures;

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((one, other) => one + other, 0n);

/** The figures of every contribution that counts. */
export function countedOf(seen: Seen, by: Rule = rule): Counted[] {
  const links = seen.links.filter((link) => {
    const source = seen.contributions.get(link.source);
    const contribution = seen.contributions.get(link.contribution);
    return by.linkCounts(
      link,
      { ...(source && { source }), ...(contribution && { contribution }) },
      seen,
    );
  });
  const amounts = (of: readonly { amount: bigint }[]) => sum(of.map(({ amount }) => amount));
  return [...seen.contributions.values()].filter(by.counts).map((one) => ({
    ...one,
    given: one.amount - amounts(links.filter(({ contribution }) => contribution === one.id)),
    reached: one.amount - amounts(links.filter(({ source }) => source === one.id)),
    paid: sum(seen.payments.filter(({ contribution }) => contribution === one.id).map(by.paid)),
  }));
}

function byStatus(of: readonly Counted[], figure: "given" | "reached") {
  const total = (some: readonly Counted[]) => String(sum(some.map((one) => one[figure])));
  const at = (status: string) => total(of.filter((one) => one.status === status));
  return {
    pledged: at("PLEDGED"),
    committed: at("COMMITTED"),
    delivered: at("DELIVERED"),
    total: total(of),
  };
}

function flat(of: readonly Counted[]) {
  const paid = String(sum(of.map((one) => one.paid)));
  return { given: byStatus(of, "given"), reached: byStatus(of, "reached"), paid };
}

const figures = (of: readonly Counted[], by: Rule) => ({
  ...flat(of.filter((one) => !by.isApart(one))),
  onCancelled: flat(of.filter(by.isApart)),
});

/** The totals of some contributions, in the form in which the API gives them. */
export function totalsOf(of: readonly Counted[], sectors: readonly string[], by: Rule = rule) {
  const bySector = sectors
    .filter((sector) => of.some((one) => one.sector === sector))
    .map((sector) => ({
      sector,
      ...figures(
        of.filter((one) => one.sector === sector),
        by,
      ),
    }));
  return { ...figures(of, by), bySector };
}

export type Totals = ReturnType<typeof totalsOf>;

/** Wrong sums, each as a fault of the hub's SQL would give it: the drawn money must tell every one apart. */
export const mutants: Readonly<Record<string, Partial<Rule>>> = {
  "a link without the funder's answer does not count": {
    linkCounts: (link, ends, seen) =>
      link.status === "CONFIRMED" && rule.linkCounts(link, ends, seen),
  },
  "a refused link counts": {
    linkCounts: (link, ends, seen) => rule.linkCounts({ ...link, status: "CONFIRMED" }, ends, seen),
  },
  "a link with a withdrawn end counts": {
    linkCounts: ({ status }, { source, contribution }) =>
      status !== "REFUSED" && source !== undefined && contribution !== undefined,
  },
  "a link counts though the viewer does not see one of its ends": {
    linkCounts: ({ status }, { source, contribution }) =>
      status !== "REFUSED" && [source, contribution].every((end) => end?.status !== "WITHDRAWN"),
  },
  "a chain is followed for two links only": {
    linkCounts: (link, ends, seen) => {
      const feeding = (id: string) => seen.links.filter(({ contribution }) => contribution === id);
      const isThird = feeding(link.source).some(({ source }) => feeding(source).length > 0);
      return !isThird && rule.linkCounts(link, ends, seen);
    },
  },
  "money that is passed on in another plan is new money": {
    linkCounts: (link, ends, seen) =>
      ends.source?.plan === ends.contribution?.plan && rule.linkCounts(link, ends, seen),
  },
  "money on a cancelled action counts with the other": { isApart: () => false },
  "what was withdrawn counts": { counts: () => true },
  "a reversed payment counts": { paid: ({ amount, isReversal }) => (isReversal ? 0n : amount) },
};
