# tegoed journals (*.tegoed). The words are those of grammar/words.json; a test of the project compares them.

hook global BufCreate .*[.]tegoed %{
    set-option buffer filetype tegoed
}

hook global WinSetOption filetype=tegoed %{
    require-module tegoed
    hook -once -always window WinSetOption filetype=.* %{ remove-hooks window tegoed-.+ }
}

hook -group tegoed-highlight global WinSetOption filetype=tegoed %{
    add-highlighter window/tegoed ref tegoed
    hook -once -always window WinSetOption filetype=.* %{ remove-highlighter window/tegoed }
}

hook global BufSetOption filetype=tegoed %{
    set-option buffer comment_line ';'
    set-option buffer formatcmd 'tegoed fmt -'
    set-option buffer indentwidth 2
    set-option buffer tabstop 2
    set-option buffer makecmd 'tegoed check --output-format concise'
}

provide-module tegoed %§

add-highlighter shared/tegoed regions
add-highlighter shared/tegoed/comment region '^\h*;' '$' fill comment
add-highlighter shared/tegoed/heading region '^#+(\h|$)' '$' fill title
add-highlighter shared/tegoed/words region '^\h+>' '$' fill string
add-highlighter shared/tegoed/text-key region '^\h+(?:x-[\w.-]+|(?:signatory|document|function|address|country|methods|sent-by|website|method|vat-id|allow|email|order|owner|phone|attn|iban|name|note|with|bic|kvk|law|ref|id|of)):' '$' group
add-highlighter shared/tegoed/text-key/ fill string
add-highlighter shared/tegoed/text-key/ regex '^\h+([^:\s]+):' 1:variable
add-highlighter shared/tegoed/line default-region group
add-highlighter shared/tegoed/line/ regex '\h(#[A-Za-z0-9][A-Za-z0-9._/-]*)(?!\S)' 1:meta
add-highlighter shared/tegoed/line/ regex '\h(@[a-z0-9][a-z0-9._-]*)(?!\S)' 1:type
add-highlighter shared/tegoed/line/ regex '[\h:]([-−]?(€ *)?[-−]?\d+([.,]\d+)*%?( +[A-Z]{3})?)(?!\S)' 1:value
add-highlighter shared/tegoed/line/ regex '[\h:](\d+ *(minutes|minute|months|hours|month|weeks|years|days|hour|week|year|day|min|d|h|w))(?!\S)' 1:value
add-highlighter shared/tegoed/line/ regex '[\h:](\d{4}-\d\d(-\d\d)?|\d{4}-[Qq]\d)(?!\S)' 1:value
add-highlighter shared/tegoed/line/ regex '[\h:,](reverse-charge|dissatisfied|eu-distance|eu-services|third-party|government|on-account|reclaimed|statutory|withdrawn|business|cashflow|consumer|delivery|eu-goods|interest|iso11649|rejected|debtors|dispute|invoice|monthly|prepaid|settled|unknown|abroad|agency|exempt|export|forgot|lawyer|margin|normal|number|oldest|repaid|upheld|weekly|yearly|admin|costs|court|email|large|phone|visit|cash|chat|hold|none|post|due|fee|kor|out|sme|yes|en|in|nl|no)(?![^\s,])' 1:value
add-highlighter shared/tegoed/line/ regex '[\h:](deadline|before|letter|policy|within|after|limit|times|until|from|due|fee|for|gap|vat|via|by|of|on|to)(?!\S)' 1:operator
add-highlighter shared/tegoed/line/ regex '^\h+(collection-costs|recharged-costs|income-unknown|invoice-within|vat-reclaimed|credit-limit|plan-longest|unreferenced|bank-buffer|differences|on-invoices|restart-gap|vat-not-due|accelerate|bank-stale|commission|on-account|plan-grace|self-below|vat-scheme|collector|delivered|direction|follow-up|plan-most|provision|satisfied|tolerance|vat-basis|bad-debt|deadline|discount|interest|language|received|suspense|verified|workdays|balance|bounced|debtors|minimum|outcome|prepaid|income|policy|reason|signed|costs|spent|stage|terms|trial|bank|cost|item|kind|less|sent|size|box|due|for|vat|no)(\h[^:\n]*)?:' 1:variable
add-highlighter shared/tegoed/line/ regex '^(\d{4}-\d\d-\d\d)\h+(bank-through|delivered|insolvent|milestone|handover|interest|reversal|writeoff|balance|dispute|invoice|payment|promise|release|resolve|agreed|credit|letter|refund|return|settle|apply|costs|email|filed|phone|visit|waive|chat|hold|note|plan|sent|skip|void|fee)(?!\S)' 1:value 2:keyword
add-highlighter shared/tegoed/line/ regex '^(decimal-mark|accounts|business|currency|customer|include|format|policy)(?!\S)' 1:keyword
add-highlighter shared/tegoed/line/ regex '^[^\h;#\n][^\n]*?\h\|((\h[^\n]*)?)$' 1:string
add-highlighter shared/tegoed/line/ regex '^\h+(?:item|less):[^\n]*?\h\|((\h[^\n]*)?)$' 1:string
add-highlighter shared/tegoed/line/ regex '^(<{7}|\|{7}|={7}|>{7})[^\n]*$' 0:Error

§
