import { randomUUID } from "node:crypto";
import { sampleId } from "../../../src/seed/records.js";
import type { GraphqlClient } from "../hub/index.js";

/** What a mutation that makes or changes one noun answers, whatever the noun. */
export interface Written {
  position: number;
  noun: { id: string; version: number } | null;
}

/** A mutation whose payload calls its noun `noun`, so that one piece of code can send them all. */
const writing = (operation: string, noun: string, also = ""): string => {
  const input = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
  return `mutation Write($input: ${input}!) {
    written: ${operation}(input: $input) { position noun: ${noun} { id version } ${also} }
  }`;
};

/** The mutations that the tests of the ledger send. */
export const documents = {
  createOrganisation: writing("createOrganisation", "organisation"),
  addMember: writing("addMember", "membership"),
  addAction: writing("addAction", "action"),
  addParticipant: writing("addParticipant", "participant"),
  updateAction: writing("updateAction", "action"),
  changeActionStatus: writing("changeActionStatus", "action"),
  reportProgress: writing("reportProgress", "progressUpdate", "action { progress }"),
  pledgeContribution: writing("pledgeContribution", "contribution"),
  issueApiKey: writing("issueApiKey", "apiKey", "secret"),
} as const;

export type Operation = keyof typeof documents;

/** Sends a mutation and gives what was written; an error is thrown with all that it says. */
export async function write(
  client: GraphqlClient,
  operation: Operation,
  input: Record<string, unknown>,
): Promise<Written> {
  const data = await client.data<{ written: Written }>(documents[operation], { input });
  return data.written;
}

/** The Kasepuhan plan of the sample, and who has to do with it. */
export const kasepuhan = {
  planId: sampleId("plan", "kasepuhan-plan"),
  leadId: sampleId("organisation", "disnaker-lebak"),
  university: sampleId("organisation", "ipb"),
  coordinator: "coordinator@disnaker-lebak.example",
};

/** The input of a new organisation, and of its like. */
export const organisationInput = (id: string = randomUUID()) => ({
  id,
  name: `Koperasi ${id.slice(0, 8)}`,
  sector: "COMMUNITY_GROUP",
});

export const actionInput = (id: string = randomUUID()) => ({
  id,
  planId: kasepuhan.planId,
  title: `Pelatihan ${id.slice(0, 8)}`,
  stage: "COMPETENCY_TRAINING",
});

/** A member whom the hub does not know yet: two changes in one transaction. */
export const memberInput = (id: string = randomUUID()) => ({
  id,
  organisationId: kasepuhan.leadId,
  email: `${id}@warga.example`,
  role: "VIEWER",
});

export const pledgeInput = (actionId: string, id: string = randomUUID()) => ({
  id,
  actionId,
  kind: "EQUIPMENT",
  quantity: 10,
  unit: "set",
});
