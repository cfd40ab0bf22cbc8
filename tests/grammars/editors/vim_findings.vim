" Writes how deep each line of `journal.tegoed` is folded into `told`, and behind that what `:make` finds, and `formatprg`.
filetype plugin on
edit journal.tegoed
let told = map(range(1, line('$')), 'foldlevel(v:val)')
silent! make! -f journal.tegoed
call extend(told, map(getqflist(), 'bufname(v:val.bufnr) . ":" . v:val.lnum . ":" . v:val.col . ":" . v:val.type'))
call add(told, &formatprg)
call writefile(told, 'told')
qall!
