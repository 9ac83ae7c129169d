import { createClient as createSseClient } from "graphql-sse";
import { createClient } from "graphql-ws";
import Relay from "relay-runtime";
import { refusalIn } from "./graphql-sse.js";

const environmentOver = (client) => {
  // Relay's network layer: what it sends a query by, and what it subscribes by.
  const subscribe = ({ text }, variables) =>
    Relay.Observable.create((sink) => {
      const error = (reason) => void refusalIn(reason).then(sink.error);
      return client.subscribe({ query: text, variables }, { ...sink, error });
    });
  return new Relay.Environment({
    network: Relay.Network.create(() => Promise.reject(new Error("no query here")), subscribe),
    store: new Relay.Store(new Relay.RecordSource()),
  });
};

const over = (client) => {
  const environment = environmentOver(client);
  return {
    /** `query` is what the compiler of Relay made of a document. */
    open: (subscription, variables, show) =>
      new Promise((onCompleted, reject) => {
        Relay.requestSubscription(environment, {
          ...{ subscription, variables, onNext: show, onCompleted },
          onError: (reason) => reject(reason.source?.errors[0] ?? reason),
        });
      }),
    close: () => client.dispose(),
  };
};

/** Relay over WebSockets, by graphql-ws. */
export const connect = ({ url, webSocketImpl, connectionParams }) =>
  over(
    createClient({
      url: url.replace("http", "ws"),
      ...{ connectionParams, webSocketImpl, retryAttempts: 0 },
    }),
  );

/** Relay over Server-Sent Events, by graphql-sse. */
export const connectSse = ({ url, headers }) =>
  over(createSseClient({ url, headers, retryAttempts: 0 }));
