// Mercurius' subscriptions as its documentation shows them: an in-memory emitter, one iterator a subscriber.
import Fastify from "fastify";
import mercurius from "mercurius";

const schema = `
  type Query { ok: Boolean }
  type Change { kind: String! operation: String! entity: String! }
  type ActionPlan { id: ID! title: String! status: String! startsOn: String! endsOn: String version: Int! }
  type ActionPlanChange { position: Int! change: Change! actionPlan: ActionPlan! }
  type Subscription { actionPlanChanged(id: ID!): ActionPlanChange! }
`;
const app = Fastify();
app.register(mercurius, {
  schema,
  resolvers: {
    Subscription: {
      actionPlanChanged: { subscribe: (_, __, { pubsub }) => pubsub.subscribe("change") },
    },
  },
  jit: 1,
  subscription: true,
});
const { change } = await import(process.env.FRAME_TEXT);
app.post("/publish/:number", async ({ params }, reply) => {
  await app.graphql.pubsub.publish({ topic: "change", payload: change(Number(params.number)) });
  return reply.send("");
});
app.get("/", async () => "");
await app.listen({ port: Number(process.env.PORT), host: process.env.HOST });
process.once("SIGTERM", () => process.exit(0));
