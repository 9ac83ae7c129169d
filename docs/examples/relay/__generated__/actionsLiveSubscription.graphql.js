/**
 * @generated SignedSource<<76b76803ad3a8333df4ddee95bfd7fa2>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "after"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "id"
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "after",
        "variableName": "after"
      },
      {
        "kind": "Variable",
        "name": "id",
        "variableName": "id"
      }
    ],
    "concreteType": "ActionPlanChange",
    "kind": "LinkedField",
    "name": "actionPlanChanged",
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
        "concreteType": "Change",
        "kind": "LinkedField",
        "name": "change",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "operation",
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "ActionPlan",
        "kind": "LinkedField",
        "name": "actionPlan",
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
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "actionsLiveSubscription",
    "selections": (v2/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "actionsLiveSubscription",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "6cdd6c4f45dd62fe0916a1638ec8c5f6",
    "id": null,
    "metadata": {},
    "name": "actionsLiveSubscription",
    "operationKind": "subscription",
    "text": "subscription actionsLiveSubscription(\n  $id: ID!\n  $after: Position\n) {\n  actionPlanChanged(id: $id, after: $after) {\n    position\n    change {\n      operation\n    }\n    actionPlan {\n      id\n      progress\n    }\n  }\n}\n"
  }
};
})();

node.hash = "ba9de1bbb55d7ad1451bf9803e778a78";

export default node;
