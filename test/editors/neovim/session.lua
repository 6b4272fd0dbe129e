-- A user of Neovim with flood.plan.yaml open: looks at the finding, asks what an id means, corrects the plan, renames an organization.
-- What was seen goes into the file that REPORT names.
local plan = vim.api.nvim_get_current_buf()
local report = {}

local function wait_for(what, condition)
  if not vim.wait(15000, condition, 20) then error('waited in vain for ' .. what, 0) end
end

local function text_of(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n' end

local function put_cursor_on(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search(pattern, 'c') == 0 then error('not in the plan: ' .. pattern, 0) end
end

local function floating_window()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function session()
  wait_for('the finding', function() return #vim.diagnostic.get(plan) > 0 end)
  report.findings = {}
  for _, finding in ipairs(vim.diagnostic.get(plan)) do
    local severity = vim.diagnostic.severity[finding.severity]
    local lsp = finding.user_data.lsp
    table.insert(report.findings, { line = finding.lnum + 1, severity = severity, code = lsp.code, message = finding.message })
  end

  put_cursor_on('^  \\zsblue-sky:')
  vim.lsp.buf.hover()
  wait_for('the hover', function() return floating_window() ~= nil end)
  report.hover = text_of(vim.api.nvim_win_get_buf(floating_window()))
  vim.api.nvim_win_close(floating_window(), true)

  vim.cmd('%s/blue-skye/blue-sky/')
  wait_for('the finding to go', function() return #vim.diagnostic.get(plan) == 0 end)
  report.corrected = text_of(plan)

  put_cursor_on('^  \\zscounty:')
  vim.lsp.buf.rename('lea-county')
  local library = function() return vim.fn.bufnr('organizations.plan.yaml') end
  local has = function(buffer) return buffer ~= -1 and text_of(buffer):find('lea-county', 1, true) ~= nil end
  wait_for('the rename', function() return has(plan) and has(library()) end)
  report.renamed = { plan = text_of(plan), library = text_of(library()) }
end

local ok, problem = xpcall(session, debug.traceback)
if not ok then report.problem = problem end
vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.REPORT)
vim.cmd('qall!')
