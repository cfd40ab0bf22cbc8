;;; tegoed-mode.el --- Journals of receivables in plain text  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT OR Apache-2.0
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages

;;; Commentary:

;; Colours, an outline, and the language server of tegoed by eglot or lsp-mode.  The words are those of
;; grammar/words.json; a test of the project compares them.

;;; Code:

(require 'rx)

(defgroup tegoed nil
  "Journals of receivables in plain text."
  :group 'languages)

(defcustom tegoed-program "tegoed"
  "The program, which checks, lays out and serves journals."
  :type 'string)

(defconst tegoed-declarations
  '("accounts" "business" "currency" "customer" "decimal-mark" "format" "include" "policy")
  "Keywords without a date before them.")

(defconst tegoed-entries
  '("agreed" "apply" "balance" "bank-through" "chat" "costs" "credit" "delivered" "dispute" "email" "fee"
    "filed" "handover" "hold" "insolvent" "interest" "invoice" "letter" "milestone" "note" "payment" "phone"
    "plan" "promise" "refund" "release" "resolve" "return" "reversal" "sent" "settle" "skip" "visit" "void"
    "waive" "writeoff")
  "Keywords behind a date.")

(defconst tegoed-text-keys
  '("address" "allow" "attn" "bic" "country" "document" "email" "function" "iban" "id" "kvk" "law" "method"
    "methods" "name" "note" "of" "order" "owner" "phone" "ref" "sent-by" "signatory" "vat-id" "website"
    "with")
  "Keys with free text behind the colon.")

(defconst tegoed-keys
  '("accelerate" "bad-debt" "balance" "bank" "bank-buffer" "bank-stale" "bounced" "box" "collection-costs"
    "collector" "commission" "cost" "costs" "credit-limit" "deadline" "debtors" "delivered" "differences"
    "direction" "discount" "due" "follow-up" "for" "income" "income-unknown" "interest" "invoice-within"
    "item" "kind" "language" "less" "minimum" "no" "on-account" "on-invoices" "outcome" "plan-grace"
    "plan-longest" "plan-most" "policy" "prepaid" "provision" "reason" "received" "recharged-costs"
    "restart-gap" "satisfied" "self-below" "sent" "signed" "size" "spent" "stage" "suspense" "terms"
    "tolerance" "trial" "unreferenced" "vat" "vat-basis" "vat-not-due" "vat-reclaimed" "vat-scheme"
    "verified" "workdays")
  "Keys with arguments behind the colon.")

(defconst tegoed-clauses
  '("after" "before" "by" "deadline" "due" "fee" "for" "from" "gap" "letter" "limit" "of" "on" "policy"
    "times" "to" "until" "vat" "via" "within")
  "Words that announce an argument.")

(defconst tegoed-list-words
  '("abroad" "admin" "agency" "business" "cash" "cashflow" "chat" "consumer" "costs" "court" "debtors"
    "delivery" "dispute" "dissatisfied" "due" "email" "en" "eu-distance" "eu-goods" "eu-services" "exempt"
    "export" "fee" "forgot" "government" "hold" "in" "interest" "invoice" "iso11649" "kor" "large" "lawyer"
    "margin" "monthly" "nl" "no" "none" "normal" "number" "oldest" "on-account" "out" "phone" "post"
    "prepaid" "reclaimed" "rejected" "repaid" "reverse-charge" "settled" "sme" "statutory" "third-party"
    "unknown" "upheld" "visit" "weekly" "withdrawn" "yearly" "yes")
  "Words of closed lists.")

(defconst tegoed-units
  '("d" "day" "days" "h" "hour" "hours" "min" "minute" "minutes" "month" "months" "w" "week" "weeks" "year"
    "years")
  "Units of time.")

(defun tegoed--words (words)
  "A pattern for one of WORDS that stands alone."
  (concat "\\_<\\(" (regexp-opt words) "\\)\\_>"))

(defun tegoed--argument (kind)
  "A pattern for an argument that looks like KIND."
  (concat "[ \t:]\\(" kind "\\)\\_>"))

(defconst tegoed-font-lock-keywords
  (list
   '("^[ \t]*;.*$" 0 font-lock-comment-face t)
   '("^#+\\(?: .*\\|[ \t]*\\)$" 0 'outline-1 t)
   '("^\\(?:<\\{7\\}\\||\\{7\\}\\|=\\{7\\}\\|>\\{7\\}\\).*$" 0 font-lock-warning-face t)
   ;; Free text: behind a bar, behind a key of text, behind `>'.
   '("^[^ \t;#\n].*?[ \t]\\(|\\)\\(\\(?:[ \t].*\\)?\\)$"
     (1 font-lock-builtin-face) (2 font-lock-string-face))
   '("^[ \t]+\\(?:item\\|less\\):.*?[ \t]\\(|\\)\\(\\(?:[ \t].*\\)?\\)$"
     (1 font-lock-builtin-face) (2 font-lock-string-face))
   '("^[ \t]+\\(>\\)\\(.*\\)$" (1 font-lock-builtin-face) (2 font-lock-string-face))
   '("^[ \t]+\\(x-[[:alnum:]._-]+\\):\\(.*\\)$"
     (1 font-lock-variable-name-face) (2 font-lock-string-face))
   (list (concat "^[ \t]+\\(" (regexp-opt tegoed-text-keys) "\\):\\(.*\\)$")
         '(1 font-lock-variable-name-face) '(2 font-lock-string-face))
   '("^\\(include\\)[ \t]+\\(.+\\)$" (1 font-lock-keyword-face) (2 font-lock-string-face))
   ;; Headers and keys.
   (list (concat "^\\([0-9]\\{4\\}-[0-9]\\{2\\}-[0-9]\\{2\\}\\)[ \t]+\\("
                 (regexp-opt tegoed-entries) "\\)\\(?:[ \t]\\|$\\)")
         '(1 font-lock-constant-face) '(2 font-lock-keyword-face))
   (list (concat "^\\(" (regexp-opt tegoed-declarations) "\\)\\(?:[ \t]\\|$\\)")
         '(1 font-lock-keyword-face))
   (list (concat "^[ \t]+\\(" (regexp-opt tegoed-keys) "\\)\\(?:[ \t][^:\n]*\\)?:")
         '(1 font-lock-variable-name-face))
   ;; Arguments.
   (list (tegoed--argument "#[A-Za-z0-9][A-Za-z0-9._/-]*") '(1 font-lock-function-name-face))
   (list (tegoed--argument "@[a-z0-9][a-z0-9._-]*") '(1 font-lock-type-face))
   (list (tegoed--argument "[0-9]\\{4\\}-[0-9]\\{2\\}-[0-9]\\{2\\}") '(1 font-lock-constant-face))
   (list (tegoed--argument (concat "[0-9]+[ ]*" (regexp-opt tegoed-units))) '(1 font-lock-constant-face))
   (list (tegoed--argument "[0-9]+\\(?:[.,][0-9]+\\)*%") '(1 font-lock-constant-face))
   (list (tegoed--argument "\\(?:[-−]€ *\\|\\(?:€ *\\)?[-−]?\\)[0-9]+\\(?:[.,][0-9]+\\)*\\(?: +[A-Z]\\{3\\}\\)?")
         '(1 font-lock-constant-face))
   (list (tegoed--words tegoed-clauses) '(1 font-lock-builtin-face))
   (list (tegoed--words tegoed-list-words) '(1 font-lock-constant-face)))
  "What the words of a journal are.")

(defvar tegoed-imenu-generic-expression
  '(("Customers" "^customer[ \t]+@\\([^ \t\n]+\\)" 1)
    ("Policies" "^policy[ \t]+\\([^ \t\n]+\\)" 1)
    ("Invoices" "^[0-9-]+[ \t]+invoice[ \t]+\\(#[^ \t\n]+\\)" 1)
    ("Headings" "^#+ \\(.+\\)$" 1))
  "What an outline of a journal names.")

(defvar tegoed-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    ;; A quote is a letter like others: people write apostrophes.
    (modify-syntax-entry ?\" "." table)
    (modify-syntax-entry ?\; "." table)
    (dolist (letter '(?# ?@ ?- ?. ?_ ?/ ?, ?%))
      (modify-syntax-entry letter "_" table))
    table)
  "Characters of a journal.")

(defun tegoed-format-buffer ()
  "Lay the journal out, as `tegoed fmt' does."
  (interactive)
  (let ((source (current-buffer))
        (errors (make-temp-file "tegoed")))
    (unwind-protect
        (with-temp-buffer
          (let* ((target (current-buffer))
                 (status (with-current-buffer source
                           (save-restriction
                             (widen)
                             (call-process-region nil nil tegoed-program nil (list target errors)
                                                  nil "fmt" "-")))))
            (if (eq status 0)
                (with-current-buffer source
                  (save-restriction
                    (widen)
                    (replace-buffer-contents target)))
              (message "%s" (with-temp-buffer
                              (insert-file-contents errors)
                              (string-trim (buffer-string)))))))
      (delete-file errors))))

;;;###autoload
(define-derived-mode tegoed-mode text-mode "Tegoed"
  "Major mode for journals of tegoed."
  (setq-local font-lock-defaults '(tegoed-font-lock-keywords t))
  (setq-local font-lock-multiline nil)
  (setq-local comment-start "; ")
  (setq-local comment-start-skip "^[ \t]*;+[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local imenu-generic-expression tegoed-imenu-generic-expression)
  (setq-local outline-regexp "#+\\(?: \\|$\\)")
  (setq-local require-final-newline t))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.tegoed\\'" . tegoed-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (list 'tegoed-mode tegoed-program "lsp")))

(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "lsp-mode" (client))
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode" (command &optional test))
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(tegoed-mode . "tegoed"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () (list tegoed-program "lsp")))
                    :major-modes '(tegoed-mode)
                    :server-id 'tegoed)))

(provide 'tegoed-mode)
;;; tegoed-mode.el ends here
