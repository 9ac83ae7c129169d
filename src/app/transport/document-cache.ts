import type { DocumentNode } from "graphql";
import { Recent } from "../../platform/recent.js";

/**
 * Parsed documents, the least recently used forgotten first. A document takes a few dozen times
 * the room of its text, so the bound is on texts: room for hundreds of portals' documents, and for
 * no client to fill the memory with others.
 */
export class DocumentCache {
  private readonly documents: Recent<DocumentNode>;

  constructor(private readonly mostCharacters = 500_000) {
    this.documents = new Recent(mostCharacters);
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.keep(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.take(key) !== undefined;
  }

  find(key: string): DocumentNode | undefined {
    const held = this.documents.take(key);
    if (held) this.documents.use(key, held.value, held.size);
    return held?.value;
  }

  keep(key: string, document: DocumentNode): void {
    const size = sizeOf(document);
    if (this.documents.get(key) || size > this.mostCharacters / 10) return;
    this.documents.use(key, document, size);
  }
}

const sizeOf = ({ loc }: DocumentNode): number => loc?.source.body.length ?? 0;
