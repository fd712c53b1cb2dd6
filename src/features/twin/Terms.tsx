import { terms } from '#queries/account.ts'
import { CopyLine } from '#ui/CopyLine.tsx'

/** What is accepted, as far as this page can say it. */
export const Terms = () => (
  <div className="flex flex-col gap-3">
    <ul className="list-disc pl-5 text-ink-2">
      <li>Capacity is the farmers’, who run nodes each on their own; nobody promises that one stays up.</li>
      <li>What you deploy is yours to answer for: nothing unlawful, no harm to others.</li>
      <li>Contracts are billed by the hour in TFT, and end when the account has had nothing left for two weeks.</li>
      <li>Keys and backups are yours to keep: nobody can bring back what is lost.</li>
    </ul>
    <p className="text-ink-2">
      That is how the grid works, in this page’s words; it is not the document that you accept. This page asks nothing
      of other sites, so it cannot show the document itself: read it at the address below. The chain writes down this
      address, the fingerprint <span className="mono wrap-anywhere">{terms.hash}</span> and when you accepted.
    </p>
    <CopyLine value={terms.link} what="the address of the terms" />
    <a className="link w-fit" href={terms.link} target="_blank" rel="noreferrer">
      Open the terms in a new tab
    </a>
  </div>
)
