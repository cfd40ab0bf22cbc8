" Vim filetype plugin
" Language: tegoed journals (*.tegoed)

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

let s:save_cpo = &cpo
set cpo&vim

setlocal comments=b:;
setlocal commentstring=;\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
" Names of customers and numbers of invoices are words: `*` and completion take them whole.
setlocal iskeyword=@,48-57,_,-,.,/
setlocal foldmethod=expr
setlocal foldexpr=TegoedFold(v:lnum)
" What `fmt` refuses is left as it is.
if executable('tegoed')
  setlocal formatprg=tegoed\ fmt\ -
endif
if !exists('current_compiler')
  compiler tegoed
endif

let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< iskeyword< foldmethod< foldexpr< formatprg<'

" A heading folds what stands under it; an entry folds its details.
if !exists('*TegoedFold')
  function TegoedFold(line) abort
    let text = getline(a:line)
    if text =~# '^#\+\( .*\|\s*\)$'
      return '>1'
    endif
    if text =~# '^\s*\(;.*\)\=$'
      return getline(nextnonblank(a:line + 1)) =~# '^\s\+[^; \t]' ? '=' : 1
    endif
    if text =~# '^\s'
      return 2
    endif
    return getline(nextnonblank(a:line + 1)) =~# '^\s\+[^; \t]' ? '>2' : 1
  endfunction
endif

let &cpo = s:save_cpo
unlet s:save_cpo
