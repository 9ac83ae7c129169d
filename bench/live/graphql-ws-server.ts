import { EventEmitter, on } from "node:events";
import { createServer } from "node:http";
import { buildSchema, GraphQLObjectType } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { change } from "./frame-text.js";

// graphql-ws and graphql-js as their documentation shows them: each subscriber executes each event.

const schema = buildSchema(`
  type Query { ok: Boolean }
  type Change { kind: String! operation: String! entity: String! }
  type ActionPlan { id: ID! title: String! status: String! startsOn: String! endsOn: String version: Int! }
  type ActionPlanChange { position: Int! change: Change! actionPlan: ActionPlan! }
  type Subscription { actionPlanChanged(id: ID!): ActionPlanChange! }
`);
const events = new EventEmitter().setMaxListeners(0);

async function* changes() {
  for await (const [event] of on(events, "change")) yield event;
}
const subscription = schema.getSubscriptionType();
if (subscription instanceof GraphQLObjectType) {
  Object.assign(subscription.getFields().actionPlanChanged ?? {}, { subscribe: changes });
}

const server = createServer((request, response) => {
  const number = Number(/^\/publish\/(\d+)$/.exec(request.url ?? "")?.[1]);
  response.end();
  if (number) events.emit("change", change(number));
});
useServer({ schema }, new WebSocketServer({ server, path: "/graphql" }));
server.listen(Number(process.env.PORT), process.env.HOST);
process.once("SIGTERM", () => process.exit(0));
