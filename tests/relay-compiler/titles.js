import { graphql } from "relay-runtime";

export const titles = graphql`
  query titlesQuery($keys: [String!]) {
    indicators(where: { key: { in: $keys } }) {
      nodes { key titleText { indonesian english } }
    }
  }
`;
