export { type LinkState, NatsLink, type NatsLinkOptions } from "./nats-link.js";
