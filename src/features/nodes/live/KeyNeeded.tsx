import { KeyRound } from 'lucide-react'
import { FundedAccount } from '#features/account/FundedAccount.tsx'
import { explain } from '#queries/explain.ts'
import { Empty } from '#ui/Empty.tsx'

/** In place of what only a node can tell, while nobody can sign the question. */
export function KeyNeeded({ error }: { error: unknown }) {
  const { title, advice } = explain(error)
  return (
    <Empty icon={<KeyRound />} title={title} actions={<FundedAccount />}>
      Nodes answer signed messages only, so asking one needs an account whose key this page can use. {advice} What
      GridProxy knows of the node is under Overview, without any account.
    </Empty>
  )
}
