import type { Placed, Plan } from '#domain/plan/plan.ts'

export type FormProps<P extends Placed> = { of: P; plan: Plan; onPlan: (plan: Plan) => void; onClose: () => void }
