import { Connection, Listing } from "../../reading/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Webhook } from "./webhook.js";
import { WebhookDelivery } from "./webhook-delivery.js";

Listing(() => Webhook, {
  by: "organisation",
  description: "Its webhooks, for its administrators and platform operators.",
})(Organisation.prototype, "webhooks");

Connection(() => WebhookDelivery, {
  by: "webhook",
  description: "Its deliveries, the newest position first.",
})(Webhook.prototype, "deliveries");
