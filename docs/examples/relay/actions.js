import { graphql } from "relay-runtime";

export const list = graphql`
  query actionsQuery($after: String) {
    actions(where: { plan: { key: { eq: "jambi-plan" } } }, first: 4, after: $after)
      @connection(key: "list_actions") {
      totalCount
      edges { node { id title progress version plan { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const report = graphql`
  mutation actionsReportMutation($input: ReportProgressInput!) {
    reportProgress(input: $input) { position action { id progress version } }
  }
`;

export const live = graphql`
  subscription actionsLiveSubscription($id: ID!, $after: Position) {
    actionPlanChanged(id: $id, after: $after) { position change { operation } actionPlan { id progress } }
  }
`;
