/**
 * @generated SignedSource<<99fedf74d6f61d158b5d8fb29db69e05>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "keys"
  }
],
v1 = [
  {
    "fields": [
      {
        "fields": [
          {
            "kind": "Variable",
            "name": "in",
            "variableName": "keys"
          }
        ],
        "kind": "ObjectValue",
        "name": "key"
      }
    ],
    "kind": "ObjectValue",
    "name": "where"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "key",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "concreteType": "TranslatedText",
  "kind": "LinkedField",
  "name": "titleText",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "indonesian",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "english",
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "titlesQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "IndicatorConnection",
        "kind": "LinkedField",
        "name": "indicators",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Indicator",
            "kind": "LinkedField",
            "name": "nodes",
            "plural": true,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "titlesQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "IndicatorConnection",
        "kind": "LinkedField",
        "name": "indicators",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Indicator",
            "kind": "LinkedField",
            "name": "nodes",
            "plural": true,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "id",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "d65022f4dbc2eed962adbe01d8b755a3",
    "id": null,
    "metadata": {},
    "name": "titlesQuery",
    "operationKind": "query",
    "text": "query titlesQuery(\n  $keys: [String!]\n) {\n  indicators(where: {key: {in: $keys}}) {\n    nodes {\n      key\n      titleText {\n        indonesian\n        english\n      }\n      id\n    }\n  }\n}\n"
  }
};
})();

node.hash = "b58840e37d713acef4624f6c8f251422";

export default node;
