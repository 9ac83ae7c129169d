// Who may read what, in words, where it was decided: once for each row filter, and for each field that
// code or SQL makes. All else follows from the dictionary of nouns. A row filter or a made field without
// words here fails `npm run generate` and a test.

/** The audience of the rows of nouns, by one noun of each row filter. */
export const audiences: Readonly<Record<string, string>> = {
  Region: "Everybody, visitors too.",
  User: "Members of the organisations that the person is a member of, in any role; platform operators.",
  Membership: "Members of the organisation, in any role; platform operators.",
  ApiKey: "The organisation's ADMIN. The key itself is shown once, to the person who made it.",
  ActionPlan:
    "By its visibility. PUBLIC: everybody. PARTICIPANTS: members of the lead and of the organisations that take part, lead an action, or are invited to, and the COORDINATOR and ADMIN of the programme's owner. ORGANISATION: members of the lead. A plan that an owner has not accepted yet, or has refused: members of its lead, and the COORDINATOR and ADMIN of the owners who decide and of the programme's owner.",
  Action: "Everybody who sees its plan.",
  Contribution:
    "By its own visibility, and only those who see its plan. PUBLIC: everybody who sees the plan. PARTICIPANTS: those who are involved in the plan, by a part that they accepted. ORGANISATION: members of the organisation that gives or reports it.",
  Funding: "Everybody who sees both contributions: the one that passes on and the one passed on.",
  Payment: "Everybody who sees its contribution.",
  Deliberation:
    "By its visibility. PUBLIC: everybody. PARTICIPANTS: members of the convener and of the invited organisations, and the COORDINATOR and ADMIN of the programme's owner. ORGANISATION: members of the convener.",
  Outcome: "Everybody who sees its deliberation.",
  Adoption: "Everybody who sees both its deliberation and its plan.",
  Indicator:
    "Everybody; one that its programme's owner has not accepted yet, or has refused: members of its owner, and the COORDINATOR and ADMIN of the programme's owner.",
  Measurement:
    "An accepted one: everybody; one about an action: everybody who sees the action's plan. In any state: members of the organisation that recorded it and of the indicator's owner, and the COORDINATOR and ADMIN of its programme's owner; platform operators, where it or its indicator has no organisation.",
  EnterpriseGroup:
    "By its visibility. PUBLIC: everybody. PARTICIPANTS: those who are involved in a taken-up plan of its area (ACTIVE, SUSPENDED or COMPLETED), by a part that they accepted. ORGANISATION: members of the organisation that registered it. Without such an organisation: platform operators too.",
  GroupMeasurement: "Everybody who sees its group.",
  Support: "Everybody who sees both its group and its contribution.",
  Instrument:
    "A published or retired edition: everybody. A draft: members of its owner; without an owner platform operators.",
  Assessment:
    "Published: everybody who sees its subject. Before: members of the university and of the reviewing organisation, and the COORDINATOR and ADMIN of the programme's owner.",
  Answer: "Everybody who sees its assessment.",
  ActionFinding: "Everybody who sees both its assessment and the action's plan.",
  FindingReply: "Everybody who sees the finding that it replies to.",
  Review:
    "Members of the university and of the reviewing organisation, and the COORDINATOR and ADMIN of the programme's owner; also after publication.",
  View: "By its audience. PRIVATE: its author, the person or the API key; in streams nobody. ORGANISATION: members of its organisation. PARTICIPANTS: they, and those who are involved in its plan, by a part that they accepted. PUBLIC: everybody. Its result: each as they may read the dataset.",
  ViewStar: "The person, or the API key, who gave it.",
  Comment:
    "Everybody who sees its subject; of an assessment, what was said before its publication only: members of the university and of the reviewing organisation, and the COORDINATOR and ADMIN of the programme's owner.",
  Import:
    "Members of the organisation that sent it; without such an organisation platform operators.",
  Export:
    "Members of the organisation for which it was started; without such an organisation platform operators.",
  Webhook:
    "The organisation's ADMIN; platform operators. Its secret is shown once, to the person who made it.",
  WebhookDelivery: "Everybody who sees its webhook.",
  Change: "Everybody who sees its subject now; of a deleted subject those that its noun names.",
};

/** What a made field is made of, which decides who may read it. */
export const makings = {
  row: "as the row",
  visible: "as the row; only what the viewer sees counts",
  smallCounts:
    "as the row; a count of people from 1 to 4 only for those who take part, and with a single one the next smallest (rule 6 of the domain)",
  smallTotals:
    "as the row; a number of people from 1 to 4 below the regency only for those who take part (rule 6 of the domain)",
  persons: "as the row; the person only for those who see their record",
  viewer: "as the row; what it shows each viewer reads with their own rights",
  changes: "as the row; the id of a hidden row is null",
} as const;

/** What each field that SQL or code makes is made of, by noun. */
export const madeFields: Readonly<Record<string, Readonly<Record<string, keyof typeof makings>>>> =
  {
    Region: { id: "row", money: "visible", moneyAcross: "visible" },
    Organisation: { money: "visible", moneyWithParts: "visible" },
    ApiKey: { isActive: "row" },
    Programme: { name: "row", titleText: "row", money: "visible", moneyWithParts: "visible" },
    Area: { nameText: "row", money: "visible", comparison: "visible" },
    ActionPlan: {
      titleText: "row",
      progress: "visible",
      isOverdue: "row",
      overdueActions: "visible",
      money: "visible",
      amountPledged: "visible",
      amountCommitted: "visible",
      amountDelivered: "visible",
      comparison: "visible",
    },
    Action: {
      titleText: "row",
      isOverdue: "row",
      hasContribution: "visible",
      money: "visible",
      amountPledged: "visible",
      amountCommitted: "visible",
      amountDelivered: "visible",
      reported: "visible",
      assessed: "visible",
      divergence: "visible",
      reply: "visible",
    },
    Milestone: { isOverdue: "row" },
    Contribution: { paid: "row", isInconsistent: "visible", inconsistencies: "visible" },
    Payment: { isReversed: "row" },
    ProgressUpdate: { evidence: "row", reportedBy: "persons" },
    Measurement: { disaggregation: "smallCounts", suppressed: "row" },
    Indicator: {
      titleText: "row",
      baseline: "visible",
      byRegion: "visible",
      byArea: "visible",
      achievements: "visible",
    },
    Target: { achievement: "visible" },
    Answer: { choices: "row" },
    Evidence: { file: "row" },
    Instrument: { titleText: "row", dimensions: "row" },
    Assessment: { isCorrected: "visible", agreement: "visible" },
    Invitation: { delegates: "row", attended: "row", isPresent: "row", isVoice: "row" },
    Minutes: { html: "row" },
    OutcomePosition: { counts: "row" },
    OutcomeVersion: { statement: "row" },
    Outcome: {
      statement: "row",
      isSuperseded: "visible",
      isTakenUp: "visible",
      tally: "row",
      quorum: "row",
      hasAction: "visible",
      isOverdue: "visible",
    },
    Deliberation: { titleText: "row", quorum: "row", timeZone: "row" },
    Change: { fields: "changes", subject: "visible" },
    EnterpriseGroup: { membersBySex: "smallCounts", membersSuppressed: "row" },
    GroupMeasurement: { jobsSuppressed: "row" },
    View: {
      titleText: "row",
      document: "row",
      variables: "row",
      result: "viewer",
      faults: "row",
    },
    Comment: { author: "persons" },
    Import: { rejected: "row" },
    Export: { address: "row" },
    Webhook: { position: "row", failingSince: "row" },
    WebhookDelivery: { error: "row" },
  };

/** Stored fields that the changes of a noun do not show, and where they are shown instead. */
export const leftOutOfChanges: Readonly<Record<string, string>> = {
  "Contribution.fundingChain":
    "of old records: the ids of funders, some of which may be hidden; `funding` shows the links",
  "ProgressUpdate.countsFrom": "it follows from `reportedAt` and `corrects`",
  "Measurement.disaggregation": "raw counts; `disaggregation` shows them by rule 6",
  "EnterpriseGroup.women": "a raw count; `membersBySex` shows it by rule 6",
  "EnterpriseGroup.men": "a raw count; `membersBySex` shows it by rule 6",
  "Comment.body":
    "the text, which its author can take back; `Comment.body` shows it while it stands",
  "View.holder": "the person or the API key; `user` shows the person",
  "Minutes.document": "a long text; `Minutes.document` shows it",
};

/** Root fields that show no row of one noun. */
export const otherRoots: Readonly<Record<string, string>> = {
  viewer: "Each requester reads their own record.",
  node: "As the row with that id; null for a hidden one as for an absent one.",
  nodes: "As `node`, for each id.",
  money: "Everybody; only contributions, links and payments that the viewer sees count.",
  moneyByRegion: "Everybody; only contributions, links and payments that the viewer sees count.",
  search:
    "Everybody; only rows that the viewer sees, by the row filter of their noun, are found and counted.",
};

/** Streams. */
export const streams: Readonly<Record<string, string>> = {
  changes: "The changes that the viewer sees; it ends when their access changes.",
  actionPlanChanged: "Everybody who sees the plan: the changes of it that they see.",
  deliberationChanged: "Everybody who sees the deliberation: the changes of it that they see.",
  viewLive: "Everybody who sees the view: the result of their own rights.",
  live: "Everybody: the answer to a query as the viewer would read it; it ends when their access changes.",
};

/** The addresses beside GraphQL that send data, by their patterns. */
export const addresses: Readonly<Record<string, string>> = {
  "/minutes/": "The minutes as a page: as the row of `Minutes`.",
  "/files/:id": "As the row of `Evidence` that it belongs to.",
  "/assessments/:id/workbook.xlsx": "As the row of `Assessment`.",
  "/imports/:id/rejected.csv": "As the row of `Import`.",
  "/tables/:name": "The rows that the viewer sees, each field as in the API.",
  "/exports/:file": "As the row of `Export`, for who started it.",
  "/views/:file": "The rows or groups that the viewer sees, each field as in the API.",
  "/lists/:file": "The rows that the viewer sees, each field as in the API.",
};
