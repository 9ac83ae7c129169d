import type { DocumentNode } from "graphql";

/**
 * Parsed documents, the least recently used forgotten first. A document takes a few dozen times
 * the room of its text, so the bound is on texts: room for hundreds of portals' documents, and for
 * no client to fill the memory with others.
 */
export class DocumentCache {
  private readonly documents = new Map<string, DocumentNode>();
  private held = 0;

  constructor(private readonly mostCharacters = 500_000) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.keep(key, document);
  }

  async delete(key: string): Promise<boolean> {
    this.held -= sizeOf(this.documents.get(key));
    return this.documents.delete(key);
  }

  find(key: string): DocumentNode | undefined {
    const document = this.documents.get(key);
    if (document) {
      this.documents.delete(key);
      this.documents.set(key, document);
    }
    return document;
  }

  keep(key: string, document: DocumentNode): void {
    const size = sizeOf(document);
    if (this.documents.has(key) || size > this.mostCharacters / 10) return;
    this.documents.set(key, document);
    this.held += size;
    for (const [oldest, held] of this.documents) {
      if (this.held <= this.mostCharacters) break;
      this.documents.delete(oldest);
      this.held -= sizeOf(held);
    }
  }
}

const sizeOf = (document: DocumentNode | undefined): number =>
  document?.loc?.source.body.length ?? 0;
