import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";
import { textHash } from "../../ledger/index.js";
import { CacheCounts } from "../../platform/cache-counts.js";

/** The hash at the end of a key of Apollo's, which begins with the schema's. */
const hashIn = (key: string): string => key.slice(-64);

const textOf = ({ loc }: DocumentNode): string => loc?.source.body ?? "";

/**
 * The cache of parsed documents, by the SHA-256 of their text; it evicts the least recently used ones.
 * A document takes a few dozen times the memory of its text, so the limit is on the length of the texts:
 * enough for the documents of hundreds of portals, and no client can fill the memory with its own.
 * Documents of the manifest are kept for good.
 */
export class DocumentCache {
  readonly counts = new CacheCounts();
  private readonly documents: LRUCache<string, DocumentNode>;
  private readonly kept = new Map<string, DocumentNode>();
  /** The hashes of those that are held, by their texts. */
  private readonly hashes = new Map<string, string>();

  constructor(maxCharacters = 500_000) {
    this.documents = new LRUCache({
      maxSize: maxCharacters,
      maxEntrySize: maxCharacters / 10,
      sizeCalculation: (document) => Math.max(textOf(document).length, 1),
      dispose: (document, hash, reason) => {
        this.counts.ended(reason);
        if (!this.kept.has(hash)) this.hashes.delete(textOf(document));
      },
    });
  }

  get count(): number {
    return this.kept.size + this.documents.size;
  }

  /** The characters of the texts of those that may be evicted. */
  get bytes(): number {
    return this.documents.calculatedSize;
  }

  // The asynchronous methods are Apollo's interface of a document store.

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(hashIn(key));
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.add(hashIn(key), document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(hashIn(key));
  }

  find(hash: string): DocumentNode | undefined {
    const document = this.kept.get(hash) ?? this.documents.get(hash);
    if (document) this.counts.hits += 1;
    return document;
  }

  /** The SHA-256 of a document's text. */
  hashOf(document: DocumentNode): string {
    const text = textOf(document);
    return this.hashes.get(text) ?? textHash(text);
  }

  /** The document of a text that was parsed before. */
  findByText(text: string): DocumentNode | undefined {
    const hash = this.hashes.get(text);
    return hash === undefined ? undefined : this.find(hash);
  }

  /** Adds a document; a hash that is there already keeps its document, of which others hold results. */
  add(hash: string, document: DocumentNode): void {
    if (this.kept.has(hash) || this.documents.has(hash)) return;
    // A miss, however many look-ups came before it.
    this.counts.misses += 1;
    this.documents.set(hash, document);
    // One that is too long is not held.
    if (this.documents.has(hash)) this.hashes.set(textOf(document), hash);
  }

  /** Adds a document that is never evicted. */
  keep(hash: string, document: DocumentNode): void {
    this.kept.set(hash, document);
    this.hashes.set(textOf(document), hash);
  }
}
