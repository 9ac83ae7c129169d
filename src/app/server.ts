import { listenAt } from "../platform/ports.js";
import { Starts } from "./admission/starts.js";
import { ErrorPresenter } from "./errors/error-presenter.js";
import { Files } from "./files/files.js";
import { Documents } from "./graphql/documents/documents.js";
import { GraphqlHttp } from "./graphql/graphql-http.js";
import { OperationValidator } from "./graphql/operation-validator.js";
import { makeApp } from "./http/app.js";
import { addBoundaryFiles } from "./http/boundary-files.js";
import { Connections } from "./http/connections.js";
import { addHealth } from "./http/health.js";
import { Lifecycle } from "./http/lifecycle.js";
import { addPages } from "./http/pages.js";
import { addSchemaFile } from "./http/schema-file.js";
import { RequestLog } from "./observing/request-log.js";
import { hubPlace } from "./places.js";
import { defaultTimeouts, type HubContext, type Transport, type TransportOptions } from "./port.js";
import { schemaText } from "./schema-text.js";
import { WebSockets } from "./sockets/web-sockets.js";

/** Starts the transports at one address; rejects when it is taken. */
export async function startTransport<C extends HubContext>(
  options: TransportOptions<C>,
): Promise<Transport> {
  const { config, logger, metrics, schema } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const validator = new OperationValidator(schema, config);
  const presenter = new ErrorPresenter(logger, config.limits, metrics.shownErrors);
  const { manifest = new Map() } = options;
  const documents = Documents.open(config.documents, manifest, validator);
  const { names } = metrics.operations;
  names.trust([...manifest.values()].map(({ text }) => text));
  const requests = new RequestLog(config.logs, logger, names);
  const shared = { validator, documents, presenter, starts: new Starts(config, metrics), requests };
  const graphql = await GraphqlHttp.start(options, shared);
  const sockets = new WebSockets(options, shared);
  const files = new Files(options, presenter, timeouts);
  const connections = new Connections(timeouts.lastReadMs);
  const ends = { sockets, connections, streams: () => graphql.endStreams() };
  const lifecycle = new Lifecycle(ends, timeouts.drainMs);
  metrics.caches.show({ documents: validator.documents });
  const app = await makeApp({ config, requests, presenter, timeouts, lifecycle, connections });
  app.addHook("onResponse", async (request, reply) => metrics.http.answered(request, reply));
  app.server.on("upgrade", (req, connection, head) => sockets.upgrade(req, connection, head));
  const { healthDetails: details = () => ({}) } = options;
  addHealth(app, { lifecycle, whyNotReady: () => options.whyNotReady(), details });
  addPages(app, options);
  if (config.schemaServed) addSchemaFile(app, schemaText(schema));
  if (options.boundaries) addBoundaryFiles(app, options.boundaries, options);
  // Each has its own parsers of bodies.
  app.register(async (scope) => options.addConsole?.(scope));
  app.register(async (scope) => graphql.addTo(scope));
  app.register(async (scope) => files.addTo(scope));
  app.addHook("onClose", () => graphql.stop());
  await app.ready();
  // Not by Fastify, which listens at both addresses of "localhost", the second without WebSockets.
  const { address, family, port } = await listenAt(app.server, hubPlace(config));
  const name = family === "IPv6" ? `[${address}]` : address;
  return { url: `http://${name}:${port}/graphql`, port, close: () => lifecycle.stop(app) };
}
