; Colours, by the names that Neovim, Helix and others have themes for.

(comment) @comment
(heading) @markup.heading
(conflict) @keyword.exception
(unreadable) @error

(keyword) @keyword
(clause_word) @keyword.operator
(key) @property
":" @punctuation.delimiter
(bar) @punctuation.delimiter
(quote_mark) @punctuation.special

(date) @string.special
(period) @string.special

(amount) @number
(price) @number
(quantity) @number
(count) @number
(share) @number
(vat_code) @number
(duration) @number
(vat_box) @constant
(account) @constant
(decimal_mark) @constant
(currency) @constant

(invoice) @label
(customer) @type
(milestone) @string.special.symbol
(name) @string.special.symbol
(unit) @string.special.symbol
(word) @constant.builtin
(word_list) @constant.builtin

(path) @string.special.path
(text) @string
