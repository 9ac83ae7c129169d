import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/**
 * The cache of parsed documents, by key; it evicts the least recently used ones. A document takes a
 * few dozen times the memory of its text, so the limit is on the length of the texts: enough for the
 * documents of hundreds of portals, and no client can fill the memory with its own.
 */
export class DocumentCache {
  private readonly documents: LRUCache<string, DocumentNode>;

  constructor(maxCharacters = 500_000) {
    this.documents = new LRUCache({
      maxSize: maxCharacters,
      maxEntrySize: maxCharacters / 10,
      sizeCalculation: ({ loc }) => Math.max(loc?.source.body.length ?? 0, 1),
    });
  }

  // The asynchronous methods are Apollo's interface of a document store.

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.add(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }

  find(key: string): DocumentNode | undefined {
    return this.documents.get(key);
  }

  /** Adds a document; a key that is there already keeps its document, of which others hold results. */
  add(key: string, document: DocumentNode): void {
    if (!this.documents.has(key)) this.documents.set(key, document);
  }
}
