;; Writes the face of each place that `asked' names into `told'.  -*- lexical-binding: t; -*-
(require 'tegoed-mode)
(set-language-environment "UTF-8")
(let ((asked (with-temp-buffer
               (insert-file-contents "asked")
               (split-string (buffer-string) "\n" t)))
      (told nil))
  (with-current-buffer (find-file-noselect "journal.tegoed")
    (unless (eq major-mode 'tegoed-mode)
      (error "The mode is %s" major-mode))
    (font-lock-ensure)
    (dolist (place asked)
      (let ((numbers (mapcar #'string-to-number (split-string place))))
        (goto-char (point-min))
        (forward-line (1- (car numbers)))
        (push (format "%s" (get-text-property
                            (byte-to-position (+ (position-bytes (point)) (1- (cadr numbers))))
                            'face))
              told))))
  (with-temp-file "told"
    (insert (mapconcat #'identity (nreverse told) "\n"))))
