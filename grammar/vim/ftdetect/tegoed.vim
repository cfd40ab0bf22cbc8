" Journals are known by their name.
autocmd BufNewFile,BufRead *.tegoed setfiletype tegoed
