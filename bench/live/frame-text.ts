/** The data of a change of the size that the hub's has in this benchmark: some 330 bytes of payload. */
export const change = (position: number) => ({
  actionPlanChanged: {
    position,
    change: { kind: "UPDATED", operation: "updateActionPlan", entity: "ActionPlan" },
    actionPlan: {
      id: "QWN0aW9uUGxhbjowMTkzNzI1ZS0yYjhiLTc4YjQtOGU0Ny0wNjI3ZTE1YjE5YWM",
      title: `Synthetic plan – watched ${position}`,
      status: "ACTIVE",
      startsOn: "2024-01-01",
      endsOn: "2025-12-31",
      version: position,
    },
  },
});

/** The same as the payload of a message. */
export const frameText = (position: number): string => JSON.stringify({ data: change(position) });

/** The subscription that asks for it. */
export const watchDocument = `subscription WatchPlan($id: ID!) {
  actionPlanChanged(id: $id) {
    position
    change { kind operation entity }
    actionPlan { id title status startsOn endsOn version }
  }
}`;
