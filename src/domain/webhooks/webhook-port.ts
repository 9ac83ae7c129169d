/** What the use cases need to know of the hub's deliveries. The composition root provides it. */
export interface WebhookPort {
  /** The most webhooks of an organisation. */
  mostOfOrganisation: number;
  /** Hosts that the operator lists: they may be private, and without TLS. */
  privateHosts: readonly string[];
  /** Encrypts a secret for a webhook. */
  seal(secret: string, webhook: string): string;
  /** Throws the refusal of a filter of changes, with faults at `where`. */
  checkFilter(where: unknown): Promise<void>;
  /** Notes that the running use case concerns a webhook. */
  changed(): void;
}

let provided: WebhookPort | undefined;

/** Provides the port. */
export function provideWebhooks(port: WebhookPort): void {
  provided = port;
}

/** The provided port. */
export function webhookPort(): WebhookPort {
  if (!provided) throw new Error("Webhooks need the hub's deliveries (provideWebhooks)");
  return provided;
}
