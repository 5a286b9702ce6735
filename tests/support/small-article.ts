// A small made-up article with facts to ask about.

export const HARBOUR = {
  title: 'Harbour to close for repairs',
  text: `The old harbour of Brannock will close on 3 March 2031 for repairs, the city council said on Monday. Mayor Ines Calloway called the closure “a painful but needed step.”

The work is expected to cost 4.5 million crowns and to last nineteen weeks. The council chose the firm Delmar & Sons because its offer was the cheapest. Fishermen will use the northern pier until the harbour opens again.

Tomas Reyle, who leads the fishermen's union, doubts the plan. He fears that small boats will be damaged by the open sea. “Nobody asked us,” he told the Brannock Courier.`,
} as const;
