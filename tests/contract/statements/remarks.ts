import { type Written, write } from "../../testkit/mutations/documents.js";
import type { Party, World } from "../../testkit/world/world.js";

/** A comment on an action that mentions an organisation and a person, with two replies. */
export async function remarkOn(world: World, lead: Party, action: Written): Promise<string> {
  const client = await world.member(lead, "COORDINATOR");
  const { viewer } = await client.data<{ viewer: { user: { id: string } } }>(
    "{ viewer { user { id } } }",
  );
  const said = { actionId: action.id, body: "Bagaimana kemajuannya?" };
  const mentions = [lead.id, viewer.user.id];
  const { id: replyToId } = await write(client, "addComment", { ...said, mentions });
  for (const body of ["Sudah mulai", "Lihat laporan"])
    await write(client, "addComment", { replyToId, body });
  return replyToId;
}

/** A payment of a contribution and the one that takes it back; gives the latter. */
export async function reversalOn(world: World, lead: Party, gift: Written): Promise<string> {
  const client = await world.member(lead, "COORDINATOR");
  await write(client, "commitContribution", { id: gift.id, expectedVersion: gift.version });
  const payment = { contributionId: gift.id, amount: "1", paidOn: "2024-03-01" };
  const { id: paymentId } = await write(client, "recordPayment", payment);
  return (await write(client, "reversePayment", { paymentId, reason: "Salah catat" })).id;
}

/** A view that the participants of a plan see, with two comments. */
export async function viewOf(world: World, lead: Party, plan: Written): Promise<Written> {
  const client = await world.member(lead, "COORDINATOR");
  const view = await write(client, "saveView", {
    titleText: { indonesian: world.unique("Tampilan") },
    ...{ kind: "TABLE", dataset: "ACTIONS", columns: ["title"], organisationId: lead.id },
  });
  const audience = { audience: "PARTICIPANTS", planId: plan.id };
  await write(client, "shareView", { id: view.id, expectedVersion: 1, ...audience });
  for (const body of ["satu", "dua"]) await write(client, "addComment", { viewId: view.id, body });
  return view;
}
