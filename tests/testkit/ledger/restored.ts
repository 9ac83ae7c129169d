import { randomUUID } from "node:crypto";
import { testServer } from "../hub/index.js";
import { onServer, type Template } from "../postgres/templates.js";

/** An older copy of a database, which can take its place. */
export interface OlderCopy {
  /** Puts it there, under the hubs that use the database: their sessions end. The later database is gone. */
  restore(): Promise<void>;
}

/** Makes the database that a template holds, as the older copy of one that was made from it and has grown. */
export async function olderCopy(url: string, template: Template): Promise<OlderCopy> {
  const [server, copy] = [testServer(), `copy_${randomUUID().slice(0, 8)}`];
  const name = url.slice(url.lastIndexOf("/") + 1);
  await onServer(
    server,
    `create database ${copy} template template_${template} strategy file_copy`,
  );
  return {
    restore: async () => {
      await onServer(server, `drop database ${name} with (force)`);
      await onServer(server, `alter database ${copy} rename to ${name}`);
    },
  };
}
