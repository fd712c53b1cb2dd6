import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'

type Props = { applied: number } & ComponentProps<typeof Button>

/** Opens a filter and says how many of its conditions apply. */
export const FilterButton = ({ applied, children, ...rest }: Props) => (
  <Button {...rest} size="small" className="h-8!">
    {children}
    {applied > 0 && (
      <Badge tone="accent">
        {applied}
        <span className="sr-only"> applied</span>
      </Badge>
    )}
    <ChevronDown className="text-ink-3" />
  </Button>
)
