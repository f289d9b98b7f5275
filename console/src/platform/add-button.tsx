// The button that begins something new, at the head of a list.
import { Button } from 'antd'
import { Plus } from 'lucide-react'

/** `<AddButton onClick={() => setAdding(true)}>{say.add}</AddButton>`. */
export const AddButton = ({ onClick, children }: { readonly onClick: () => void; readonly children: string }) => (
  <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={onClick}>
    {children}
  </Button>
)
