; An entry is what a class is elsewhere, its details are the inside; an argument is a parameter.
; One node a pattern: editors of some years ago need minutes for more in a grammar with this many states.

(entry) @class.outer
(detail) @class.inner
(section) @function.outer

[
  (account)
  (amount)
  (count)
  (customer)
  (date)
  (duration)
  (invoice)
  (milestone)
  (name)
  (path)
  (period)
  (price)
  (quantity)
  (share)
  (unit)
  (vat_box)
  (vat_code)
  (word)
  (word_list)
] @parameter.inner

[
  (amount)
  (price)
] @number.inner

(comment) @comment.outer
