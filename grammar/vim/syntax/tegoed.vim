" Vim syntax file
" Language: tegoed journals (*.tegoed)
" The words are those of grammar/words.json; a test of the project compares them.

if exists('b:current_syntax')
  finish
endif

let s:save_cpo = &cpo
set cpo&vim

syn case match
" Keywords and keys hold hyphens.
syn iskeyword @,48-57,_,-

" Whole lines.
syn match tegoedComment /^\s*;.*$/ contains=tegoedTodo,@Spell
syn keyword tegoedTodo contained TODO FIXME
syn match tegoedHeading /^#\+\( .*\|\s*\)$/ contains=@Spell
syn match tegoedConflict /^\(<<<<<<<\|||||||||\|=======\|>>>>>>>\).*$/

" Headers.
syn match tegoedHeader /^[^;# \t<>=|].*$/ contains=tegoedLeadingDate,tegoedDeclaration
syn match tegoedLeadingDate /^\d\{4}-\d\d-\d\d\ze\s/ contained nextgroup=tegoedEntry skipwhite
syn match tegoedArguments /.*$/ contained contains=@tegoedArgument
syn keyword tegoedEntry contained nextgroup=tegoedArguments
      \ agreed apply balance bank-through chat costs credit delivered dispute email fee filed handover hold
      \ insolvent interest invoice letter milestone note payment phone plan promise refund release resolve
      \ return reversal sent settle skip visit void waive writeoff
syn match tegoedDeclaration /^\(decimal-mark\|accounts\|business\|currency\|customer\|include\|format\|policy\)\ze\(\s\|$\)/ contained nextgroup=tegoedArguments
syn match tegoedInclude /^include\s.*$/ contains=tegoedIncludeWord,tegoedFreeText,tegoedPath
syn match tegoedIncludeWord /^include\ze\s/ contained nextgroup=tegoedPath skipwhite
syn match tegoedPath /\S\+/ contained nextgroup=tegoedPath skipwhite

" Details.
syn match tegoedDetail /^\s\+[^; \t].*$/ contains=tegoedKey,tegoedTextKey,tegoedOwnKey,tegoedWords
syn match tegoedWords /^\s\+>.*$/ contained contains=tegoedQuoteMark,@Spell
syn match tegoedQuoteMark /^\s\+\zs>/ contained
syn match tegoedOwnKey /^\s\+\zsx-[[:alnum:]._-]\+\ze:/ contained nextgroup=tegoedTextValue
syn match tegoedTextKey /^\s\+\zs\(signatory\|document\|function\|address\|country\|methods\|sent-by\|website\|method\|vat-id\|allow\|email\|order\|owner\|phone\|attn\|iban\|name\|note\|with\|bic\|kvk\|law\|ref\|id\|of\)\ze:/ contained nextgroup=tegoedTextValue
syn match tegoedTextValue /:.*$/ contained contains=tegoedColon,@Spell
syn match tegoedKey /^\s\+\zs\(collection-costs\|recharged-costs\|income-unknown\|invoice-within\|vat-reclaimed\|credit-limit\|plan-longest\|unreferenced\|bank-buffer\|differences\|on-invoices\|restart-gap\|vat-not-due\|accelerate\|bank-stale\|commission\|on-account\|plan-grace\|self-below\|vat-scheme\|collector\|delivered\|direction\|follow-up\|plan-most\|provision\|satisfied\|tolerance\|vat-basis\|bad-debt\|deadline\|discount\|interest\|language\|received\|suspense\|verified\|workdays\|balance\|bounced\|debtors\|minimum\|outcome\|prepaid\|income\|policy\|reason\|signed\|costs\|spent\|stage\|terms\|trial\|bank\|cost\|item\|kind\|less\|sent\|size\|box\|due\|for\|vat\|no\)\ze\(\s[^:]*\)\=:/ contained nextgroup=tegoedValue
syn match tegoedValue /[^:]*:.*$/ contained contains=tegoedColon,@tegoedArgument
syn match tegoedColon /:/ contained

" Arguments.
syn cluster tegoedArgument contains=tegoedInvoice,tegoedCustomer,tegoedDate,tegoedAmount,tegoedShare,tegoedDuration,tegoedClause,tegoedWord,tegoedFreeText
syn keyword tegoedWord contained
      \ abroad admin agency business cash cashflow chat consumer costs court debtors delivery dispute
      \ dissatisfied due email en eu-distance eu-goods eu-services exempt export fee forgot government hold in
      \ interest invoice iso11649 kor large lawyer margin monthly nl no none normal number oldest on-account
      \ out phone post prepaid reclaimed rejected repaid reverse-charge settled sme statutory third-party
      \ unknown upheld visit weekly withdrawn yearly yes
syn keyword tegoedClause contained
      \ after before by deadline due fee for from gap letter limit of on policy times to until vat via within
syn match tegoedAmount /\%(^\|[ \t:]\)\@1<=\%([-−]€ *\|\%(€ *\)\=[-−]\=\)\d\+\%([.,]\d\+\)*\%( \+\u\{3}\)\=\ze\%(\s\|$\)/ contained
syn match tegoedShare /\%([ \t:]\)\@1<=\d\+\%([.,]\d\+\)*%\ze\%([ \t:]\|$\)/ contained
syn match tegoedDuration /\%([ \t:]\)\@1<=\d\+ *\%(minutes\|minute\|months\|hours\|month\|weeks\|years\|days\|hour\|week\|year\|day\|min\|d\|h\|w\)\ze\%(\s\|$\)/ contained
syn match tegoedDate /\%([ \t:]\)\@1<=\d\{4}\%(-\d\d-\d\d\|-[Qq]\d\|-\d\d\)\ze\%(\s\|$\)/ contained
syn match tegoedInvoice /\s\@1<=#[A-Za-z0-9][A-Za-z0-9._\/-]*\ze\%(\s\|$\)/ contained
syn match tegoedCustomer /\s\@1<=@[a-z0-9][a-z0-9._-]*\ze\%(\s\|$\)/ contained
syn match tegoedFreeText /\s\@1<=|\%(\s.*\)\=$/ contained contains=tegoedBar,@Spell
syn match tegoedBar /|/ contained containedin=tegoedFreeText

hi def link tegoedComment Comment
hi def link tegoedTodo Todo
hi def link tegoedHeading Title
hi def link tegoedConflict Error
hi def link tegoedLeadingDate Special
hi def link tegoedDate Special
hi def link tegoedEntry Statement
hi def link tegoedDeclaration Statement
hi def link tegoedIncludeWord Include
hi def link tegoedPath String
hi def link tegoedKey Identifier
hi def link tegoedTextKey Identifier
hi def link tegoedOwnKey Identifier
hi def link tegoedTextValue String
hi def link tegoedColon Delimiter
hi def link tegoedWords String
hi def link tegoedQuoteMark Delimiter
hi def link tegoedInvoice Label
hi def link tegoedCustomer Type
hi def link tegoedAmount Number
hi def link tegoedShare Number
hi def link tegoedDuration Number
hi def link tegoedClause Operator
hi def link tegoedWord Constant
hi def link tegoedFreeText String
hi def link tegoedBar Delimiter

let b:current_syntax = 'tegoed'

let &cpo = s:save_cpo
unlet s:save_cpo
