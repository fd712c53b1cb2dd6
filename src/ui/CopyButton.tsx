import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'

/** Copies `value` and says so in place. `what` names it for a reader: "Copy the address". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [copied, setCopied] = useState<'yes' | 'no'>()
  useEffect(
    function forgetSoon() {
      const timer = setTimeout(() => setCopied(undefined), 2000)
      return () => clearTimeout(timer)
    },
    [copied],
  )
  const copy = async () => {
    try {
      // A page that came over plain http has no clipboard at all.
      await navigator.clipboard.writeText(value)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <output className="inline-flex shrink-0 items-center gap-1 font-sans text-small">
      {copied === 'yes' && <span className="text-ok">Copied</span>}
      {copied === 'no' && <span className="text-bad">The browser refused; select it instead</span>}
      <Button variant="ghost" size="small" icon aria-label={`Copy ${what}`} onClick={() => void copy()}>
        {copied === 'yes' ? <Check className="text-ok" /> : <Copy />}
      </Button>
    </output>
  )
}
