import { Copy, Download, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/Menu.tsx'
import { downloadPlan, fileKinds, kindNames, textOf, type FileKind } from './plan-file.ts'
import { ShareDialog } from './ShareDialog.tsx'

/** A button with the ways to take a plan along: as a text, a file or a link. */
export function ExportMenu({ plan }: { plan: Plan }) {
  const [shares, setShares] = useState(false)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  useEffect(
    function forgetSoon() {
      const timer = setTimeout(() => setCopied(undefined), 2000)
      return () => clearTimeout(timer)
    },
    [copied],
  )
  const copy = async (kind: FileKind) => {
    try {
      // A page that came over plain http has no clipboard at all.
      await navigator.clipboard.writeText(await textOf(plan, kind))
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <span className="inline-flex items-center gap-2">
      <output className="text-small">
        {copied === 'yes' && <span className="text-ok">Copied</span>}
        {copied === 'no' && <span className="text-bad">The browser refused; download it instead</span>}
      </output>
      <Menu align="end" trigger={<Button>Export</Button>}>
        {fileKinds.map((kind) => (
          <MenuItem key={kind} icon={<Copy className="i-sm" />} onChoose={() => void copy(kind)}>
            Copy {kindNames[kind]}
          </MenuItem>
        ))}
        <MenuLine />
        {fileKinds.map((kind) => (
          <MenuItem key={kind} icon={<Download className="i-sm" />} onChoose={() => void downloadPlan(plan, kind)}>
            Download {kindNames[kind]}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={<Link2 className="i-sm" />} onChoose={() => setShares(true)}>
          Share by a link
        </MenuItem>
      </Menu>
      <ShareDialog open={shares} onOpenChange={setShares} plan={plan} />
    </span>
  )
}
