import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'

type Props = {
  title: string
  description: string
  /** Why nothing can be changed now. */
  disabledReason?: string | undefined
  /** A second way to go on, beside the review. */
  other?: ReactNode
  onReview: () => Promise<void>
  onClose: () => void
  children: ReactNode
}

/** A form over the page, whose outcome is reviewed before it is signed. */
export const EditDialog = ({ title, description, disabledReason, other, onReview, onClose, children }: Props) => (
  <Dialog
    open
    onOpenChange={onClose}
    title={title}
    description={description}
    actions={
      <>
        <Button variant="ghost" onClick={onClose}>
          Leave it
        </Button>
        {other}
        <Button variant="primary" onClick={() => void onReview()} disabledReason={disabledReason}>
          Review
        </Button>
      </>
    }
  >
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void onReview()
      }}
    >
      {children}
      {/* So that Enter reviews. */}
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
    </form>
  </Dialog>
)
