import { LRUCache } from "lru-cache";
import { textHash } from "../../../ledger/index.js";
import { type Config, ConfigError } from "../../../platform/config.js";
import type { Manifest } from "../../port.js";
import type { OperationValidator } from "../operation-validator.js";
import { type DocumentParameters, identifierOf, unknownDocument, wrongHash } from "./identifier.js";
import { untrusted, untrustedPoll } from "./refusals.js";

/** The characters of all registered texts, and those of the longest one. */
const registered = { maxSize: 8_000_000, maxEntrySize: 100_000 } as const;

/**
 * The documents that the hub takes, and their identifiers: those of the manifest in every mode; `apq`
 * keeps what clients register, `any` and `apq` take every other text too, `trusted` takes no other.
 */
export class Documents {
  private readonly registered = new LRUCache<string, string>({
    ...registered,
    sizeCalculation: (text) => text.length,
  });

  private constructor(
    private readonly mode: Config["documents"],
    private readonly trusted: ReadonlyMap<string, string>,
    private readonly validator: OperationValidator,
  ) {}

  /**
   * Parses and validates the documents of the manifest, which stay parsed for as long as the hub runs. Those
   * that come with the hub are valid, and parsed when they are first asked for: a start has less to do.
   * @throws ConfigError naming each document that is not valid.
   */
  static open(
    mode: Config["documents"],
    manifest: Manifest,
    validator: OperationValidator,
  ): Documents {
    const faults: string[] = [];
    const texts = new Map<string, string>();
    for (const [hash, { text, file, isShipped }] of manifest) {
      const fault = isShipped ? undefined : validator.keep(hash, text);
      if (fault !== undefined) faults.push(`DOCUMENTS_MANIFEST: ${file}: sha256:${hash}: ${fault}`);
      texts.set(hash, text);
    }
    if (faults.length > 0) throw new ConfigError(faults);
    return new Documents(mode, texts, validator);
  }

  /**
   * The text of the document that a request is for; undefined where it names none. Throws for an
   * identifier that is malformed or unknown, and for a text that may not be run.
   */
  textOf(given: DocumentParameters): string | undefined {
    const id = identifierOf(given);
    const { query: text } = given;
    if (typeof text !== "string" || text === "") {
      if (!id) return undefined;
      const known = this.trusted.get(id.hash) ?? this.registered.get(id.hash);
      if (known === undefined) throw unknownDocument(id, this.mode !== "any");
      return known;
    }
    if (!id && this.mode !== "trusted") return text;
    const hash = textHash(text);
    if (id && id.hash !== hash) throw wrongHash(id);
    if (this.mode === "trusted" && !this.trusted.has(hash)) throw untrusted();
    if (this.mode === "apq") this.register(hash, text);
    return text;
  }

  /** The document of the manifest with this `documentId`. Throws for an id of no document, or of another one. */
  trustedBy(documentId: string | undefined): { hash: string; text: string } {
    const id = identifierOf({ documentId });
    const text = id && this.trusted.get(id.hash);
    if (id && text !== undefined) return { hash: id.hash, text };
    throw id && !this.registered.has(id.hash) ? unknownDocument(id, false) : untrustedPoll();
  }

  /** Registers a text if it is a valid document; what is wrong with another, its own run says. */
  private register(hash: string, text: string): void {
    if (this.trusted.has(hash) || this.registered.has(hash)) return;
    if (this.validator.isValid(text)) this.registered.set(hash, text);
  }
}
