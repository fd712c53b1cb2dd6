import { NeedsKey } from '#features/account/NeedsKey.tsx'

/** In place of what only a node can tell, while nobody can sign the question. */
export const KeyNeeded = () => (
  <NeedsKey>
    Nodes answer signed messages only. What GridProxy knows of this one is under Overview, without any account.
  </NeedsKey>
)
