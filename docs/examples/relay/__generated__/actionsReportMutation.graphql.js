/**
 * @generated SignedSource<<d0caca86acf02d9ea3ce25b13069c6b2>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "ReportProgressPayload",
    "kind": "LinkedField",
    "name": "reportProgress",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "position",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Action",
        "kind": "LinkedField",
        "name": "action",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "progress",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "version",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "actionsReportMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "actionsReportMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "70784d947bf65c5fc098fd25bf5c7599",
    "id": null,
    "metadata": {},
    "name": "actionsReportMutation",
    "operationKind": "mutation",
    "text": "mutation actionsReportMutation(\n  $input: ReportProgressInput!\n) {\n  reportProgress(input: $input) {\n    position\n    action {\n      id\n      progress\n      version\n    }\n  }\n}\n"
  }
};
})();

node.hash = "33cf75849e1c19e8ffb51ad1b3835e58";

export default node;
